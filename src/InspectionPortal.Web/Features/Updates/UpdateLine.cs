using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Updates;

public sealed record UpdateLine(
    Guid ProjectId, string Number, string Title, Guid? UpdateId, UpdateStanding Standing, string? On, string? By, Rating? Rating, Rating? Proposed,
    int DaysLate, IReadOnlyList<string> Against, bool OwnReview)
{
    /// <summary>True where the rating says something else than dates or figures.</summary>
    public bool Disagrees => Against.Count > 0;

    /// <summary>The version of the update; null where nothing is saved.</summary>
    public uint? Version { get; init; }

    /// <summary>True where it can be accepted from the list as it is proposed: it waits, and nothing speaks against its rating.</summary>
    public bool IsPlain => Standing == UpdateStanding.WaitingForReview && !Disagrees;

    /// <summary>What the measures say, the gravest first.</summary>
    public IReadOnlyList<SignalKind> Signals { get; init; } = [];

    /// <summary>What the partnership lead answered last, and when; null where nobody has.</summary>
    public SignalReply? Answered { get; init; }
}
