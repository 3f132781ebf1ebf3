namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>
/// Marks a platform query that reads, in one transaction under the read-only role, all partnerships that the person's
/// grants open. A query without the mark sees no partnership's rows from outside it; a command may not carry it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AcrossPartnershipsAttribute : Attribute;
