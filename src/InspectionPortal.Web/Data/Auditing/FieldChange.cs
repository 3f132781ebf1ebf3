namespace InspectionPortal.Web.Data.Auditing;

/// <summary>One field of a change, in words. Null is nothing.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);
