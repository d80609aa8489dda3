<#import "template.ftl" as layout>
<#import "contact-center-details.ftl" as details>

<#global title = msg("contactCenterApprovalTitle")>
<#assign news = contactCenterNews!"">

<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("contactCenterApprovalTitle")}
    <#elseif section = "form">
        <div id="contact-center-approval">
            <div class="cc-why">
                <p>${msg("contactCenterApprovalWhy")}</p>
            </div>
            <@details.facts/>
            <p class="cc-heading">${msg("contactCenterApprovalTell")}</p>
            <p id="contact-center-approval-code" class="cc-code">${contactCenterCode}</p>
            <#if news?has_content>
                <p id="contact-center-approval-news" role="status">${msg("contactCenterApprovalNews_" + news)}</p>
            </#if>
            <form id="contact-center-approval-form" action="${url.loginAction}" method="post" class="${properties.kcFormClass!}">
                <div class="cc-ways">
                    <button id="contact-center-approval-go-on" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}"
                            type="submit">${msg("contactCenterApprovalGoOn")}</button>
                    <button id="contact-center-approval-back" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}"
                            type="submit" name="cancel" value="true">${msg("contactCenterDeniedBack")}</button>
                </div>
            </form>
        </div>
    </#if>
</@layout.registrationLayout>
