using InspectionPortal.Web.Identity.Factors;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>A person's own second steps.</summary>
/// <param name="Own">What they have.</param>
/// <param name="IsRequired">True where they may not be without one.</param>
/// <param name="Deadline">When they get no further without one; null where they have one or need none.</param>
/// <param name="IsOverdue">True where that has passed.</param>
public sealed record FactorsPage(PersonFactors Own, bool IsRequired, DateTimeOffset? Deadline, bool IsOverdue)
{
    /// <summary>True where removing one of them leaves none that the person may be without.</summary>
    public bool KeepsLast => IsRequired && (Own.HasApp ? 1 : 0) + Own.Passkeys.Count == 1;
}
