using InspectionPortal.Domain.Deadlines;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>A value to be reached by a date.</summary>
public sealed record TargetRow(Guid Id, decimal Value, Deadline By);
