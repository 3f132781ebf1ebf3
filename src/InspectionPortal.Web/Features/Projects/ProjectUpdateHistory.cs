namespace InspectionPortal.Web.Features.Projects;

/// <summary>The member who reads, and their real today; absent for someone from outside the partnership.</summary>
internal sealed record HistoryReader(Guid UserId, DateOnly Today);

/// <summary>What was told of a project: quarter by quarter, and before the portal.</summary>
public sealed record ProjectUpdateHistory(IReadOnlyList<HistoryQuarter> Quarters, IReadOnlyList<HistoryEntry> BeforePortal, bool HasOpenPeriod, bool IsOwn);
