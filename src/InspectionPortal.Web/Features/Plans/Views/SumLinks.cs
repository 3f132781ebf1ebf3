using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>What hangs on an aim or driver, as links to what they count.</summary>
/// <param name="Sum">The sums.</param>
/// <param name="Word">The partnership's word for a project.</param>
/// <param name="Name">What they are of, for those who hear a link alone.</param>
/// <param name="Href">Where all of it is listed.</param>
/// <param name="HrefOfLate">Where what is late is.</param>
public sealed record SumLinks(PlanTotals Sum, string Word, string Name, string Href, string HrefOfLate)
{
    private const int NameLength = 60;

    public static SumLinks Of(AimItem aim, PlanContent plan) => Of(plan, aim.Sum, $"{plan.AimWord} {aim.Number}", "aim", aim.Number);

    public static SumLinks Of(DriverItem driver, PlanContent plan) =>
        Of(plan, driver.Sum, EnglishText.Cut(driver.Text, NameLength), "driver", driver.Id.ToString());

    private static SumLinks Of(PlanContent plan, PlanTotals sum, string name, string asked, string value) => new(
        sum, plan.ProjectWord, name, plan.Filter.With(asked, value), plan.Filter.WithAll([(asked, value), ("late", "true")]));
}
