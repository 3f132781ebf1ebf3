namespace InspectionPortal.Web.Identity.Factors;

/// <summary>How the check of a code, a password or a passkey ended.</summary>
/// <param name="Factor">What was proved; null where nothing was.</param>
/// <param name="Problem">Why not, in a sentence for the person; null where it was.</param>
public sealed record FactorProof(SignInFactor? Factor, string? Problem)
{
    public static FactorProof Of(SignInFactor factor) => new(factor, null);

    public static FactorProof Failed(string problem) => new(null, problem);
}
