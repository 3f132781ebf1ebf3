namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>What stands around the fields of a form. Forms with choices derive their own.</summary>
public class FormPage
{
    public required string Title { get; init; }

    /// <summary>Key of the place in the frame.</summary>
    public string Place { get; init; } = "plan";

    public string? Caption { get; init; }
    public string? Lede { get; init; }
    public string Button { get; init; } = "Save";

    /// <summary>Where "Cancel" leads.</summary>
    public required string Back { get; init; }

    public IReadOnlyList<Crumb> Crumbs { get; init; } = [];

    /// <summary>How the thing can be removed; null where it cannot be.</summary>
    public Removal? Removal { get; init; }

    /// <summary>Who saved last and when, in words; shown when two people saved.</summary>
    public string? LastSaved { get; init; }

    /// <summary>What two people wrote differently; only after a conflict.</summary>
    public IReadOnlyList<Difference> Differences { get; set; } = [];
}
