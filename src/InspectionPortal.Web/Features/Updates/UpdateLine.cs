using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Updates;

public sealed record UpdateLine(
    Guid ProjectId, string Number, string Title, Guid? UpdateId, UpdateStanding Standing, string? On, string? By, Rating? Rating, Rating? Proposed,
    int DaysLate, IReadOnlyList<string> Against, bool OwnReview)
{
    /// <summary>True where the rating says something else than dates or figures.</summary>
    public bool Disagrees => Against.Count > 0;

    /// <summary>What the measures say, the gravest first.</summary>
    public IReadOnlyList<SignalKind> Signals { get; init; } = [];

    /// <summary>What the partnership lead answered last, and when; null where nobody has.</summary>
    public SignalReply? Answered { get; init; }
}
