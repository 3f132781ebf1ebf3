using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A driver as a branch of the tree.</summary>
public sealed record TreeDriver(DriverItem Driver, PlanContent Plan, bool IsOpen, int Level)
{
    public string Word => Level == 1 ? Plan.Vocabulary.KeyDriverWord : $"Secondary {Words.Said(Plan.Vocabulary.KeyDriverWord, "driver")}";
}

/// <summary>The projects of a branch.</summary>
public sealed record TreeProjects(IReadOnlyList<ProjectItem> Projects, PlanContent Plan, bool IsOpen);

/// <summary>The measures of a branch, in the partnership's word for them.</summary>
public sealed record TreeMeasures(IReadOnlyList<MeasureItem> Measures, string Word);
