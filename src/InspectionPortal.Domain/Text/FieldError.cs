namespace InspectionPortal.Domain.Text;

/// <summary>What is wrong with one field; an empty <paramref name="Field"/> is about the whole form.</summary>
public sealed record FieldError(string Field, string Message);
