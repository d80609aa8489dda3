<#import "template.ftl" as layout>
<#import "contact-center-words.ftl" as words>

<#assign key = "contactCenterDenied_" + (contactCenterReason!"")?replace("[^a-z0-9_]", "_", "r")>
<#global title = msg(key + "_title")>

<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg(key + "_title")}
    <#elseif section = "form">
        <div id="contact-center-enrolment">
            <div id="contact-center-enrolment-why" class="cc-why cc-why-refused" role="alert">
                <p>${msg(key + "_why")}</p>
            </div>

            <h2 class="cc-heading">${msg("contactCenterDeniedWhat")}</h2>
            <p id="contact-center-enrolment-what">${msg(key + "_what")}</p>
            <ul class="cc-steps">
                <li>${msg("contactCenterEnrolDo_key")}</li>
                <li>${msg("contactCenterEnrolDo_phone")}</li>
                <li id="contact-center-enrolment-help">${msg("contactCenterHelpContact")}</li>
            </ul>

            <dl class="cc-facts">
                <dt>${msg("contactCenterDeniedCode")}</dt>
                <dd id="contact-center-enrolment-code" class="cc-code">${contactCenterCode!""}</dd>
            </dl>

            <div class="cc-ways">
                <#-- Keycloak's own field: it shows the registration once more. -->
                <form action="${url.loginAction}" method="post">
                    <button id="contact-center-enrolment-again" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}"
                            type="submit" name="isSetRetry" value="retry">${msg("contactCenterEnrolAgain")}</button>
                </form>
            </div>
        </div>
    </#if>
</@layout.registrationLayout>
