using InspectionPortal.Domain.Plans;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Data.Queries;

/// <summary>A figure as written.</summary>
public sealed record PointRow(
    Guid Id, DateOnly? Date, string? DateText, string ValueText, string? ChangeText, decimal? Numerator, decimal? Denominator, string? Note,
    int Position, SourceNote Source, bool IsExcluded, string? ExcludedReason, decimal? Value)
{
    /// <summary>Its date as written, else its day; null where no date is stated.</summary>
    public string? When => DateText ?? (Date is { } day ? DateFormat.Full(day) : null);
}
