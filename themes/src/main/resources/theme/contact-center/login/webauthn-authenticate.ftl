<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#import "contact-center-step-up.ftl" as stepUp>

<#assign heading = contactCenterStepUpActions?has_content?then("contactCenterStepUpTitle", "webauthn-login-title")>
<#global title = msg(heading)>

<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg(heading)}
    <#elseif section = "form">
        <@stepUp.why/>
        <#-- Keycloak's own script fills and sends the first form, and reads the passkeys to offer from the second. -->
        <form id="webauth" action="${url.loginAction}" method="post" hidden>
            <#list ["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"] as field>
                <input type="hidden" id="${field}" name="${field}"/>
            </#list>
        </form>
        <#if authenticators??>
            <form id="authn_select" hidden>
                <#list authenticators.authenticators as authenticator>
                    <input type="hidden" name="authn_use_chk" value="${authenticator.credentialId}"/>
                </#list>
            </form>
            <#if shouldDisplayAuthenticators!false>
                <p id="contact-center-passkeys">${msg("contactCenterPasskeys")}</p>
                <ul class="${properties.kcListClass!}" aria-labelledby="contact-center-passkeys">
                    <#list authenticators.authenticators as authenticator>
                        <li id="kc-webauthn-authenticator-label-${authenticator?index}">${authenticator.label}</li>
                    </#list>
                </ul>
            </#if>
        </#if>
        <@buttons.actionGroup>
            <@buttons.button id="authenticateWebAuthnButton" label="contactCenterUsePasskey" autofocus="autofocus"/>
        </@buttons.actionGroup>
        <script type="module">
            <#outputformat "JavaScript">
            import { authenticateByWebAuthn } from ${(url.resourcesPath + "/js/webauthnAuthenticate.js")?c};
            document.getElementById("authenticateWebAuthnButton").addEventListener("click", () => authenticateByWebAuthn({
                isUserIdentified: ${isUserIdentified},
                challenge: ${challenge?c},
                userVerification: ${userVerification?c},
                rpId: ${rpId?c},
                createTimeout: ${createTimeout?c},
                errmsg: ${msg("webauthn-unsupported-browser-text")?c}
            }), { once: true });
            </#outputformat>
        </script>
    </#if>
</@layout.registrationLayout>
