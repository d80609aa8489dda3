// Tells, in hidden fields of the sign-in form, what this browser can do with passkeys. It is recorded and proves nothing:
// whoever signs in without this script, or with a script that lies, is neither better nor worse off. It also tells how the
// passkey was reached, which nothing signs either.
(() => {
  "use strict";

  const word = (answer) => (typeof answer === "boolean" ? (answer ? "yes" : "no") : "unknown");

  const ask = async (question) => {
    try {
      return await question();
    } catch {
      return undefined;
    }
  };

  const capabilities = async () => {
    const passkeys = window.PublicKeyCredential;
    if (!passkeys) {
      return { ccPasskeys: "no", ccPlatformAuthenticator: "no", ccConditionalUi: "no" };
    }
    const told = (await ask(() => passkeys.getClientCapabilities?.())) ?? {};
    const platform =
      told.userVerifyingPlatformAuthenticator ??
      (await ask(() => passkeys.isUserVerifyingPlatformAuthenticatorAvailable?.()));
    const conditional = told.conditionalGet ?? (await ask(() => passkeys.isConditionalMediationAvailable?.()));
    return { ccPasskeys: "yes", ccPlatformAuthenticator: word(platform), ccConditionalUi: word(conditional) };
  };

  const write = (form, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      form.append(field);
    }
  };

  // A phone that enrolled its passkey itself says platform then, and cross-platform when it is used for this computer.
  const watch = (container) => {
    const get = container.get.bind(container);
    container.get = async (options) => {
      const passkey = await get(options);
      if (passkey?.authenticatorAttachment) {
        const fields = { ccAttachment: passkey.authenticatorAttachment };
        document.querySelectorAll("form#webauth").forEach((form) => write(form, fields));
      }
      return passkey;
    };
  };

  if (navigator.credentials) {
    watch(navigator.credentials);
  }

  document.addEventListener("DOMContentLoaded", async () => {
    const forms = document.querySelectorAll("form#kc-form-login, form#webauth");
    if (forms.length > 0) {
      const fields = await capabilities();
      forms.forEach((form) => write(form, fields));
    }
  });
})();
