<#--
    Words for actions, modes and reasons. Their names come from a request or from the policy: they are reduced to
    letters, digits and underscores before they become part of a message key, and are never arguments of msg(), because
    Keycloak resolves placeholders of the form ${key} and {0} in both.
-->
<#function text prefix name suffix="">
    <#local key = prefix + name?replace("[^A-Za-z0-9_]", "_", "r") + suffix>
    <#local found = msg(key)>
    <#return (found == key)?then("", found)>
</#function>

<#function names value>
    <#return value?split(r"[\s,]+", "r")?filter(name -> name?has_content)>
</#function>

<#-- On one line, because the words stand in running text. -->
<#macro word prefix name><#local found = text(prefix, name)><#if found?has_content>${found}<#else><code>${name}</code></#if></#macro>
