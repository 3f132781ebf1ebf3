using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Scrutiny;

namespace InspectionPortal.Web.Features.Settings;

/// <summary>What each setting is now.</summary>
/// <param name="Name">The partnership's name.</param>
/// <param name="Key">Its ratings, best first.</param>
/// <param name="Vocabulary">Its words.</param>
/// <param name="Calendars">The calendars of plans that are not closed, the newest plan first.</param>
/// <param name="Grants">How many scrutiny bodies or officers have access now.</param>
public sealed record SettingsPage(
    string Name, IReadOnlyList<Rating> Key, Vocabulary Vocabulary, IReadOnlyList<SettingsCalendar> Calendars, int Grants)
{
    /// <summary>How many chief officers must approve; null where nobody chose.</summary>
    public int? Quorum { get; init; }

    /// <summary>Agencies that must be among those who approve.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>What the form to give access starts with.</summary>
    public GrantScope DefaultScope { get; init; }

    /// <summary>True where scrutiny bodies see the risk of each project.</summary>
    public bool ShowsRisk { get; init; }

    /// <summary>How many columns the plan has.</summary>
    public int Columns { get; init; }

    /// <summary>The day the public page was published; null while it is off.</summary>
    public string? PublicSince { get; init; }
}
