namespace InspectionPortal.Web.Identity;

/// <summary>What a person may enter.</summary>
/// <param name="Memberships">Partnerships of which they are a member, with their roles.</param>
/// <param name="Grants">Grants in force to their scrutiny bodies.</param>
/// <param name="Bodies">Scrutiny bodies of which they are an officer.</param>
public sealed record PersonRights(
    IReadOnlyList<SessionMembership> Memberships, IReadOnlyList<SessionGrant> Grants, IReadOnlyList<SessionBody> Bodies)
{
    /// <summary>When the next grant or delegation begins or ends; null if these rights change only with the database.</summary>
    public DateTimeOffset? Until { get; init; }
}
