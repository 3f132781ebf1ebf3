/* Gives password fields GOV.UK's "Show" button. Without scripts the button stays hidden and the field works as ever. */
import { PasswordInput } from "/lib/govuk-frontend/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const field of document.querySelectorAll('[data-module="govuk-password-input"]')) {
  if (!field.hasAttribute("data-govuk-password-input-init")) {
    new PasswordInput(field);
  }
}
