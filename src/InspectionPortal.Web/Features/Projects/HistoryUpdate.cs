using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Ratings;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>An update that was accepted, or, for members, one that waits to be.</summary>
public sealed record HistoryUpdate(
    bool IsAccepted, DateTimeOffset? ReviewedAt, Rating Rating, Rating? Proposed, string? RatingReason, bool NoChange, Deadline Forecast,
    string? SlipReason, string? HelpNeeded, IReadOnlyList<HistoryEntry> Entries);
