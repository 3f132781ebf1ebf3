namespace InspectionPortal.Web.Features.Account;

/// <summary>The password was right.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="IsComplete">False where the person's second step is to come.</param>
public sealed record SignedIn(Guid UserId, bool IsComplete)
{
    /// <summary>Where to go from here.</summary>
    /// <param name="returnUrl">The page that was asked for; null for the usual one.</param>
    public string NextStep(string? returnUrl) => IsComplete
        ? returnUrl ?? "/"
        : "/account/sign-in/second-step" + (returnUrl is null ? string.Empty : $"?returnUrl={Uri.EscapeDataString(returnUrl)}");
}
