namespace InspectionPortal.Web.Identity.Factors;

/// <summary>What a person can prove who they are with, beside their password.</summary>
public sealed record PersonFactors(bool HasApp, IReadOnlyList<PasskeyRow> Passkeys, int RecoveryCodesLeft)
{
    public bool Any => HasApp || Passkeys.Count > 0;
}
