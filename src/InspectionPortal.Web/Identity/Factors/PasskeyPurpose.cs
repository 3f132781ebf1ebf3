namespace InspectionPortal.Web.Identity.Factors;

/// <summary>What a browser is asked for a passkey for. An answer to one question is no answer to another.</summary>
public enum PasskeyPurpose
{
    Add,
    SignIn,
    Confirm,
}
