using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Measures.Charts;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Projects;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>The form of a measure; of a new one on <paramref name="On"/> where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetMeasureForm(Guid? Id, PlanPlace? On = null) : IQuery<MeasureFields>;

internal sealed class GetMeasureFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetMeasureForm, MeasureFields?>
{
    public async Task<MeasureFields?> Handle(GetMeasureForm query, CancellationToken cancellationToken)
    {
        var words = current.RequiredTenant.Partnership.Vocabulary;
        var word = words.MeasureWord;
        var places = await PlanPlace.ForMeasuresAsync(database, words, cancellationToken);
        var responsibilities = await ResponsibilityChoices.ReadAsync(database, cancellationToken);
        if (query.Id is null)
        {
            var back = query.On is { Kind: PlanPlaceKind.Project } on && places.Any(p => p.Value == on.ToString()) ? $"~/projects/{on.Id}" : "~/measures";
            return new AddMeasure
            {
                On = places.FirstOrDefault(p => p.Value == query.On?.ToString())?.Value,
                Page = new MeasureFormPage
                {
                    Title = $"Add {FormWords.A(word)}",
                    Place = "measures",
                    Button = "Add",
                    Back = back,
                    Crumbs = [new Crumb(Words.Plural(word), "~/measures")],
                    Places = places,
                    Responsibilities = responsibilities,
                    Suggested = "Until figures are entered a run chart is suggested; with 12 or more the portal looks at what kind they are.",
                },
            };
        }

        var measure = await database.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == query.Id, cancellationToken);
        if (measure is null)
        {
            return null;
        }

        var uses = await database.MeasureUses.AsNoTracking().Where(u => u.MeasureId == measure.Id).ToListAsync(cancellationToken);
        var source = (await ChartReader.ReadAsync(database, database.Measures.Where(m => m.Id == measure.Id), withNotes: false, cancellationToken))[0];
        var suggestion = ChartSuggestion.For(source);
        var hanging = await MeasureHanging.OfAsync(database, measure.Id, cancellationToken);
        return Fill(measure, uses, new MeasureFormPage
        {
            Title = $"Edit this {FormWords.Small(word)}",
            Caption = FormWords.Clip(measure.Title, 120),
            Place = "measures",
            Back = $"~/measures/{measure.Id}",
            Crumbs = [new Crumb(Words.Plural(word), "~/measures"), new Crumb(FormWords.Clip(measure.Title), $"~/measures/{measure.Id}")],
            Places = places,
            Responsibilities = responsibilities,
            Suggested = $"Suggested now: {FormWords.Small(ChartWords.Of(suggestion.Chart))} by {ChartWords.Of(suggestion.Rules)}, because of {suggestion.Because}.",
            Removal = new Removal(
                    $"~/measures/{measure.Id}/remove", $"this {FormWords.Small(word)}", hanging.Loses(measure.Title), hanging.Forbids),
        });
    }

    private static EditMeasure Fill(Measure measure, List<MeasureUse> uses, MeasureFormPage page) => new()
    {
        Id = measure.Id,
        Version = measure.Version,
        Page = page,
        On = (measure.ProjectId is { } project ? new PlanPlace(PlanPlaceKind.Project, project)
            : measure.DriverId is { } driver ? new PlanPlace(PlanPlaceKind.Driver, driver)
            : new PlanPlace(PlanPlaceKind.Aim, measure.AimId!.Value)).ToString(),
        Title = measure.Title,
        Kind = measure.Kind,
        Why = measure.Why,
        DoneOn = Written.Show(measure.DoneOn),
        DoneText = measure.DoneText,
        Chart = measure.Chart,
        Rules = measure.Rules,
        ChartReason = measure.ChartReason,
        KeepLargeMovingRanges = !measure.ScreenMovingRanges,
        Uses = [.. uses.Select(u => MeasureWriter.PlaceOf(u).ToString())],
        Definition = measure.Definition,
        Unit = measure.Unit,
        Numerator = measure.Numerator,
        Denominator = measure.Denominator,
        Direction = measure.Direction,
        Frequency = measure.Frequency,
        DataSource = measure.DataSource,
        Baseline = measure.Baseline,
        ExternalReference = measure.ExternalReference,
        LeadResponsibilityId = measure.LeadResponsibilityId,
        Deadline = measure.Deadline.Text.Length == 0 ? null : measure.Deadline.Text,
    };
}

/// <summary>What hangs on a measure, from one question.</summary>
/// <param name="Forbids">What must be moved or removed before it can go.</param>
/// <param name="Goes">What goes with it.</param>
internal sealed record MeasureHanging(IReadOnlyList<string> Forbids, IReadOnlyList<string> Goes)
{
    private const int TitleLength = 80;

    /// <summary>What is lost where it is removed, in a sentence.</summary>
    public string Loses(string title) =>
        $"“{Words.Cut(title, TitleLength)}” goes with its definition{(Goes.Count == 0 ? string.Empty : $" and {Words.List(Goes)}")}. The audit keeps what they were.";

    public static async Task<MeasureHanging> OfAsync(PortalDbContext database, Guid id, CancellationToken cancellationToken)
    {
        var found = await database.Measures.Where(m => m.Id == id).Select(m => new
        {
            Points = m.Points.Count,
            Links = database.RecommendationLinks.Count(l => l.MeasureId == id),
            Proofs = database.EvidenceLinks.Count(l => l.MeasureId == id),
            Entries = database.UpdateEntries.Count(e => e.MeasureId == id),
            Figures = database.UpdateFigures.Count(f => f.MeasureId == id),
            Tests = database.TestsOfChange.Count(t => t.MeasureId == id),
            Said = database.SignalAnswers.Count(a => a.MeasureId == id),
            Targets = m.Targets.Count,
            Uses = m.Uses.Count,
            Phases = m.Phases.Count,
            Notes = m.Annotations.Count,
        }).SingleAsync(cancellationToken);
        var forbids = Removal.Count(
            (found.Points, "figure", "figures"), (found.Links, "link to what it answers", "links to what it answers"),
            (found.Proofs, "piece of evidence", "pieces of evidence"), (found.Entries, "entry of an update", "entries of updates"),
            (found.Figures, "figure of an update", "figures of updates"), (found.Tests, "test of change", "tests of change"), (found.Said, "answer to a signal", "answers to signals"));
        return new MeasureHanging(forbids, Removal.Count(
            (found.Targets, "target", "targets"), (found.Notes, "note on its chart", "notes on its chart"), (found.Phases, "phase of its chart", "phases of its chart"),
            (found.Uses, "place that looks at it", "places that look at it")));
    }
}
