/*
  Fills in a form with a passkey. Without scripts, or in a browser that has no passkeys, the form stays hidden and people sign in with
  their password and a code.
*/
(() => {
  const isAble = window.PublicKeyCredential
    && PublicKeyCredential.parseCreationOptionsFromJSON
    && PublicKeyCredential.parseRequestOptionsFromJSON;
  if (!isAble) {
    return;
  }

  for (const hint of document.querySelectorAll("[data-passkey-without]")) {
    hint.hidden = true;
  }

  const ask = async (kind, options) => kind === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

  const explain = (error) => {
    if (error.name === "InvalidStateError") {
      return "This device has a passkey for your account already.";
    }
    return error.name === "NotAllowedError"
      ? "No passkey was used. You cancelled, or it took too long. Try again."
      : "The passkey could not be used. Try again, or use another way.";
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const problem = form.querySelector("[data-passkey-problem]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      problem.hidden = true;
      try {
        const response = await fetch(form.dataset.passkeyQuestion, { headers: { Accept: "application/json" }, redirect: "error" });
        if (!response.ok) {
          throw new Error("The question did not come.");
        }
        const { options, state } = await response.json();
        const credential = await ask(form.dataset.passkey, options);
        form.querySelector("[data-passkey-credential]").value = JSON.stringify(credential.toJSON());
        form.querySelector("[data-passkey-state]").value = state;
        form.submit();
      } catch (error) {
        problem.textContent = explain(error);
        problem.hidden = false;
      }
    });
  }
})();
