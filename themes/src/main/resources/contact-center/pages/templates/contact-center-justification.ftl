<#import "template.ftl" as layout>
<#import "contact-center-details.ftl" as details>
<#import "contact-center-words.ftl" as words>

<#global title = msg("contactCenterJustifyTitle")>
<#assign flaw = contactCenterFlaw!"">

<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("contactCenterJustifyTitle")}
    <#elseif section = "form">
        <div id="contact-center-justification">
            <div class="cc-why">
                <p>${msg("contactCenterJustifyWhy")}</p>
            </div>
            <@details.facts/>
            <#list contactCenterApproves![] as waiting>
                <dl class="cc-facts contact-center-approves">
                    <dt>${msg("contactCenterApprovesWho")}</dt>
                    <dd>${waiting.who}</dd>
                    <dt>${msg("contactCenterApprovesWhat")}</dt>
                    <dd><#list waiting.actions as name><@words.word "contactCenterAction_" name/><#sep>, </#list></dd>
                    <dt>${msg("contactCenterApprovesWhy")}</dt>
                    <dd>${waiting.why}</dd>
                </dl>
            </#list>
            <form id="contact-center-justify" action="${url.loginAction}" method="post" class="${properties.kcFormClass!}">
                <div class="${properties.kcFormGroupClass!}">
                    <label for="justification" class="cc-heading">${msg("contactCenterJustifyLabel")}</label>
                    <p id="contact-center-justify-hint">${msg("contactCenterJustifyLeast", contactCenterLeast?c)} ${msg("contactCenterJustifyMost", contactCenterMost?c)}</p>
                    <textarea id="justification" name="justification" class="cc-text" rows="4" required autofocus
                              minlength="${contactCenterLeast?c}" maxlength="${contactCenterMost?c}" autocomplete="off"
                              aria-describedby="contact-center-justify-hint<#if flaw?has_content> contact-center-justify-flaw</#if>"
                              <#if flaw?has_content>aria-invalid="true"</#if>>${contactCenterTyped!""}</textarea>
                    <#if flaw?has_content>
                        <p id="contact-center-justify-flaw" class="cc-flaw" role="alert">${msg("contactCenterJustifyFlaw_" + flaw)}</p>
                    </#if>
                </div>
                <div class="cc-ways">
                    <button id="contact-center-justify-go-on" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}"
                            type="submit">${msg("contactCenterJustifyGoOn")}</button>
                    <button id="contact-center-justify-back" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}"
                            type="submit" name="cancel" value="true" formnovalidate>${msg("contactCenterDeniedBack")}</button>
                </div>
            </form>
        </div>
    </#if>
</@layout.registrationLayout>
