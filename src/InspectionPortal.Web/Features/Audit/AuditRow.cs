using InspectionPortal.Web.Data.Auditing;

namespace InspectionPortal.Web.Features.Audit;

/// <param name="When">In the partnership's zone.</param>
/// <param name="Who">The person, or the portal itself.</param>
/// <param name="What">Such as "Changed project".</param>
/// <param name="Name">What the thing is called now; null where it is gone or has no name.</param>
/// <param name="Fields">From what to what.</param>
public sealed record AuditRow(string When, string Who, string What, string? Name, IReadOnlyList<FieldChange> Fields);
