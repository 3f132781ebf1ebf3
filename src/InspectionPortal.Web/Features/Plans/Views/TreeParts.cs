using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What hangs on an aim or driver, as links to what they count.</summary>
/// <param name="Sum">The sums.</param>
/// <param name="Word">The partnership's word for a project.</param>
/// <param name="Name">What they are of, for those who hear a link alone.</param>
/// <param name="Href">Where all of it is listed.</param>
/// <param name="HrefOfLate">Where what is late is.</param>
public sealed record SumLinks(WorkSum Sum, string Word, string Name, string Href, string HrefOfLate)
{
    private const int NameLength = 60;

    public static SumLinks Of(AimItem aim, PlanContent plan) => Of(plan, aim.Sum, $"{plan.AimWord} {aim.Number}", "aim", aim.Number);

    public static SumLinks Of(DriverItem driver, PlanContent plan) => Of(plan, driver.Sum, Words.Cut(driver.Text, NameLength), "driver", driver.Id.ToString());

    private static SumLinks Of(PlanContent plan, WorkSum sum, string name, string asked, string value) => new(
        sum, plan.ProjectWord, name, plan.Filter.With(asked, value, "~/plan"), plan.Filter.WithAll([(asked, value), ("late", "true")], "~/plan"));
}

/// <summary>A driver as a branch of the tree.</summary>
public sealed record TreeDriver(DriverItem Driver, PlanContent Plan, bool IsOpen, int Level)
{
    public string Word => Level == 1 ? Plan.Vocabulary.KeyDriverWord : $"Secondary {Words.Said(Plan.Vocabulary.KeyDriverWord, "driver")}";
}

/// <summary>The projects of a branch.</summary>
public sealed record TreeProjects(IReadOnlyList<ProjectItem> Projects, PlanContent Plan, bool IsOpen);

/// <summary>The measures of a branch, in the partnership's word for them.</summary>
public sealed record TreeMeasures(IReadOnlyList<MeasureItem> Measures, string Word);
