using InspectionPortal.Domain.Ratings;
using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>What is saved of an update, in words for reading.</summary>
public sealed record CardState(
    Guid Id, UpdateState State, string SavedAt, string? SubmittedAt, string? ReviewComment, Rating Proposed, Rating? Accepted,
    IReadOnlyList<UpdateEvidence> Evidence, WriteUpdate Words);
