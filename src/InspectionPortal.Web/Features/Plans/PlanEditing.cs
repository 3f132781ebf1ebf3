namespace InspectionPortal.Web.Features.Plans;

/// <summary>The one value of the table that is open to be changed, as the address asks for it.</summary>
public sealed class PlanEditing
{
    /// <summary>The key of its small form; null for none.</summary>
    public string? Edit { get; set; }

    /// <summary>The project.</summary>
    public Guid? Row { get; set; }

    /// <summary>True where that value of that project is open.</summary>
    public bool Opens(string section, Guid row) => Row == row && string.Equals(Edit, section, StringComparison.Ordinal);
}
