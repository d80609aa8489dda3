<#import "contact-center-details.ftl" as details>
<#import "contact-center-words.ftl" as words>

<#-- Why the passkey is asked for now; says nothing when no action demands it. Any login theme may show it. -->
<#macro why>
    <#if contactCenterStepUpActions?has_content>
        <div id="contact-center-step-up-why" class="cc-why">
            <#list contactCenterStepUpActions as name>
                <#local sentence = words.text("contactCenterStepUp_", name)>
                <p><#if sentence?has_content>${sentence}<#else><code>${name}</code> ${msg("contactCenterStepUpOther")}</#if></p>
            </#list>
            <#if contactCenterStepUpMaxAgeMinutes?has_content>
                <p><#if contactCenterStepUpMaxAgeMinutes?number == 1>${msg("contactCenterStepUpAgeOne")}<#else>${msg("contactCenterStepUpAge", contactCenterStepUpMaxAgeMinutes)}</#if></p>
            </#if>
        </div>
        <@details.facts/>
    </#if>
</#macro>
