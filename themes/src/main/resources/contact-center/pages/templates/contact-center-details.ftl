<#import "contact-center-words.ftl" as words>

<#-- What is asked for of one thing at a time, as a list of facts; says nothing when nothing is. -->
<#macro facts>
    <#list contactCenterDetails![] as detail>
        <dl class="cc-facts contact-center-detail">
            <dt>${msg("contactCenterDeniedAction")}</dt>
            <dd><#list detail.actions as name><@words.word "contactCenterAction_" name/><#sep>, </#list></dd>
            <#if detail.interaction?has_content>
                <dt>${msg("contactCenterDetailInteraction")}</dt>
                <dd class="cc-code">${detail.interaction}</dd>
            </#if>
            <#if detail.identifier?has_content>
                <dt>${msg("contactCenterDetailIdentifier")}</dt>
                <dd class="cc-code">${detail.identifier}</dd>
            </#if>
            <#if detail.fields?has_content>
                <dt>${msg("contactCenterDetailFields")}</dt>
                <dd>${detail.fields?join(", ")}</dd>
            </#if>
        </dl>
    </#list>
</#macro>
