using System.Text.RegularExpressions;
using AngleSharp.Dom;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Testing;
using InspectionPortal.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Tests.Guardrails;

/// <summary>A form speaks the partnership's words: none of the portal's own stand in its labels, hints, headings, buttons or messages.</summary>
public sealed partial class VocabularyGuardrails(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly Vocabulary Own = new()
    {
        Recommendation = "Finding",
        StretchAim = "Theme",
        KeyDriver = "Lever",
        ImprovementProject = "Objective",
        SubAction = "Task",
        Measure = "Yardstick",
    };

    /// <summary>The words themselves are chosen in the layout's form.</summary>
    public static TheoryData<string> Names => [.. EditForms.All.Keys.Where(k => k != "EditLayout")];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Form_OfAPartnershipWithItsOwnWords_SaysNoneOfThePortals(string name)
    {
        var tenant = await portal.Data.CreatePartnershipAsync(p => p.Vocabulary = Own);
        var plan = await portal.Data.CreatePlanAsync(tenant, 1);
        var ids = await portal.Data.InTenantAsync(tenant.Id, async database => new EditIds(
            plan,
            await database.DataPoints.Select(p => p.Id).FirstAsync(),
            await database.MeasureTargets.Select(t => t.Id).FirstAsync(),
            await database.TestsOfChange.Select(t => t.Id).FirstAsync()));
        var form = EditForms.All[name];
        using var client = portal.ClientFor(tenant.Lead);

        var page = (await client.GetPageAsync($"/{tenant.Slug}{form.Path(ids)}")).ShouldBeOk();
        var refused = await page.SubmitAsync("form.p-form", [.. form.Required.Select(f => (f, (string?)""))]);

        Assert.Empty(Foreign(page, tenant).Concat(Foreign(refused, tenant)).Distinct());
    }

    /// <summary>What stands beside a radio is the name of a kind, the same for everybody: a scrutiny body's "Recommendation", say.</summary>
    private static IEnumerable<string> Foreign(TestPage page, TestPartnership tenant) => page.Document
        .QuerySelectorAll("main :is(label:not(.govuk-radios__label), legend, h1, h2, h3, .govuk-hint, .govuk-inset-text, .govuk-error-message, .p-lede, p, button, option[value=''])")
        .Select(Said).Where(t => !t.Contains(tenant.Canary, StringComparison.Ordinal))
        .Where(t => Portals().IsMatch(t.Replace("driver diagram", string.Empty, StringComparison.OrdinalIgnoreCase)));

    private static string Said(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\b(projects?|aims?|drivers?|recommendations?|priority areas?|sub-?actions?|measures?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Portals();
}
