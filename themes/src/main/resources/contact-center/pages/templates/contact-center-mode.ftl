<#import "template.ftl" as layout>
<#import "contact-center-words.ftl" as words>

<#global title = msg("contactCenterModeTitle")>

<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("contactCenterModeTitle")}
    <#elseif section = "form">
        <div id="contact-center-mode">
            <p id="contact-center-mode-why">${msg("contactCenterModeWhy")}</p>

            <#if (contactCenterAction!"")?has_content>
                <dl class="cc-facts">
                    <dt>${msg("contactCenterModeFor")}</dt>
                    <dd id="contact-center-mode-action"><#list words.names(contactCenterAction) as name><@words.word "contactCenterAction_" name/><#sep>, </#list></dd>
                </dl>
            </#if>

            <form id="contact-center-mode-form" action="${url.loginAction}" method="post">
                <ul class="cc-choices" aria-labelledby="kc-page-title">
                    <#list contactCenterModes as mode>
                        <#assign about = words.text("contactCenterModeAbout_", mode.name)>
                        <li>
                            <button id="contact-center-mode-choice-${mode?index}" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}"
                                    type="submit" name="mode" value="${mode.name}" aria-describedby="contact-center-mode-about-${mode?index}"><@words.word "contactCenterMode_" mode.name/></button>
                            <div id="contact-center-mode-about-${mode?index}" class="cc-choice-about">
                                <#if about?has_content><p>${about}</p></#if>
                                <#if mode.current><p class="cc-choice-current">${msg("contactCenterModeCurrent")}</p></#if>
                                <#if mode.stepUp><p class="cc-choice-step-up">${msg("contactCenterModeStepUp")}</p></#if>
                            </div>
                        </li>
                    </#list>
                </ul>
            </form>

            <p id="contact-center-mode-change">${msg("contactCenterModeChange")}</p>

            <div class="cc-ways">
                <#-- Without a choice: the application learns that nobody signed in (access_denied) and gets its state back. -->
                <form action="${url.loginAction}" method="post">
                    <button id="contact-center-mode-back" class="${properties.kcButtonLinkClass!properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}"
                            type="submit" name="cancel" value="true">${msg("contactCenterDeniedBack")}</button>
                </form>
            </div>
        </div>
    </#if>
</@layout.registrationLayout>
