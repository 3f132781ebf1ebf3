namespace InspectionPortal.Web.Features.Imports;

/// <summary>A column and what it shall feed.</summary>
public sealed class ColumnChoice
{
    /// <summary>Its header; its number from 1 where the header does not tell it from others.</summary>
    public string? Key { get; set; }

    /// <summary>What the page showed.</summary>
    public string? Was { get; set; }

    public string? Field { get; set; }
}
