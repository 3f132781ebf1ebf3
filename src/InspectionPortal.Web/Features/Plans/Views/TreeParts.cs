using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The end of a branch: how it stands at worst and how much of it is late.</summary>
/// <param name="Sum">The sums.</param>
/// <param name="Name">What they are of, for those who hear the link alone.</param>
/// <param name="HrefOfLate">Where what is late is listed.</param>
public sealed record SumLine(WorkSum Sum, string Name, string HrefOfLate);

/// <summary>A driver as a branch of the tree.</summary>
public sealed record TreeDriver(DriverItem Driver, PlanContent Plan, bool IsOpen, int Level)
{
    public string Word => Level == 1 ? Plan.Vocabulary.KeyDriverWord : $"Secondary {Words.Said(Plan.Vocabulary.KeyDriverWord, "driver")}";

    /// <summary>Where the projects of the branch are listed.</summary>
    public string Href => Plan.Filter.With("driver", Driver.Id.ToString(), "~/plan");

    /// <summary>Where what is late of them is.</summary>
    public SumLine Sum => new(
        Driver.Sum, Words.Cut(Driver.Text, NameLength), Plan.Filter.WithAll([("driver", Driver.Id.ToString()), ("late", "true")], "~/plan"));

    private const int NameLength = 60;
}

/// <summary>The projects of a branch.</summary>
public sealed record TreeProjects(IReadOnlyList<ProjectItem> Projects, PlanContent Plan, bool IsOpen);

/// <summary>The measures of a branch, in the partnership's word for them.</summary>
public sealed record TreeMeasures(IReadOnlyList<MeasureItem> Measures, string Word);
