namespace InspectionPortal.Domain.Measures.Charts;

/// <summary>A figure as stored.</summary>
public sealed record SourcePoint(Guid Id, DateOnly? Date, decimal? Value, decimal? Numerator, decimal? Denominator, bool IsExcluded, string Text, int Position = 0)
{
    public bool IsRatio => Numerator is not null && Denominator > 0;
    public bool HasNumber => Value is not null || IsRatio;
}
