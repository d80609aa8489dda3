<#import "template.ftl" as layout>
<#import "contact-center-words.ftl" as words>

<#assign reason = contactCenterReason!"">
<#assign known = words.text("contactCenterDenied_", reason, "_title")?has_content>
<#assign key = "contactCenterDenied_" + known?then(reason, "other")>
<#assign device = contactCenterDevice!{}>
<#assign findings = device.findings![]>
<#-- A sentence with a moment in it, which is the server's until the script below makes it the reader's. -->
<#macro said key><#local since = device.since!""><#if since?has_content><#local parts = msg(key + "_since", "@@")?split("@@")>${parts[0]}<#if parts?size gt 1><time datetime="${device.at}">${since}</time>${parts[1]}</#if><#else>${msg(key)}</#if></#macro>
<#global title = msg(key + "_title")>

<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg(key + "_title")}
    <#elseif section = "form">
        <div id="contact-center-denied">
            <div id="contact-center-denied-why" class="cc-why cc-why-refused" role="alert">
                <p>${msg(key + "_why")}</p>
                <#list findings as finding>
                    <p id="contact-center-denied-device-${finding}"><@said "contactCenterDevice_" + finding/></p>
                </#list>
            </div>

            <h2 class="cc-heading">${msg("contactCenterDeniedWhat")}</h2>
            <#if findings?has_content>
                <ul id="contact-center-denied-what" class="cc-steps">
                    <#list findings as finding>
                        <li>${msg("contactCenterDeviceDo_" + finding)}</li>
                    </#list>
                    <li id="contact-center-denied-help">${msg("contactCenterHelpContact")}</li>
                </ul>
            <#else>
                <p id="contact-center-denied-what">${msg(key + "_what")}</p>
            </#if>

            <dl class="cc-facts">
                <#if (contactCenterAction!"")?has_content>
                    <dt>${msg("contactCenterDeniedAction")}</dt>
                    <dd id="contact-center-denied-action"><#list words.names(contactCenterAction) as name><@words.word "contactCenterAction_" name/><#sep>, </#list></dd>
                </#if>
                <#if (contactCenterMode!"")?has_content>
                    <dt>${msg("contactCenterDeniedMode")}</dt>
                    <dd id="contact-center-denied-mode"><#list words.names(contactCenterMode) as name><@words.word "contactCenterMode_" name/><#sep>, </#list></dd>
                </#if>
                <#if !known && reason?has_content>
                    <dt>${msg("contactCenterDeniedReason")}</dt>
                    <dd id="contact-center-denied-reason"><code>${reason}</code></dd>
                </#if>
                <#if (contactCenterCode!"")?has_content>
                    <dt>${msg("contactCenterDeniedCode")}</dt>
                    <dd id="contact-center-denied-code" class="cc-code">${contactCenterCode}</dd>
                </#if>
            </dl>

            <#if (device.at!"")?has_content>
                <script>
                    document.querySelectorAll("#contact-center-denied time").forEach((time) => {
                        const at = new Date(time.dateTime);
                        const recent = Date.now() - at < 6 * 24 * 60 * 60 * 1000;
                        const shape = recent ? { weekday: "long", hour: "2-digit", minute: "2-digit" } : { dateStyle: "long" };
                        time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, shape).format(at);
                    });
                </script>
            </#if>

            <div class="cc-ways">
                <#-- The application learns of the refusal (access_denied) and gets its state back; a link would leave it waiting. -->
                <form action="${url.loginAction}" method="post">
                    <button id="contact-center-denied-back" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}"
                            type="submit" name="cancel" value="true">${msg("contactCenterDeniedBack")}</button>
                </form>
                <#if (contactCenterSignOutUrl!"")?has_content>
                    <a id="contact-center-denied-sign-out" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}"
                       href="${contactCenterSignOutUrl}">${msg("contactCenterDeniedSignOut")}</a>
                </#if>
            </div>
        </div>
    </#if>
</@layout.registrationLayout>
