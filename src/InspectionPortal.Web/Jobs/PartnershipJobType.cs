namespace InspectionPortal.Web.Jobs;

/// <summary>Which job does what a row of <see cref="PartnershipJob"/> asks for.</summary>
/// <param name="Kind">Kind of the row, stored by name.</param>
/// <param name="Job">The job's class.</param>
public sealed record PartnershipJobType(JobKind Kind, Type Job);
