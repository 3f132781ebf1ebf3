using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Measures.Charts;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Components.Charts;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
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
                    Title = $"Add {FormText.A(word)}",
                    Place = "measures",
                    Button = "Add",
                    Back = back,
                    Crumbs = [new Crumb(EnglishText.Plural(word), "~/measures")],
                    Places = places,
                    Responsibilities = responsibilities,
                    Suggested = "We suggest a run chart until there are 12 figures. Then we suggest a chart for the type of figures.",
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
            Title = $"Edit this {FormText.Small(word)}",
            Caption = EnglishText.Cut(measure.Title, 120),
            Place = "measures",
            Back = $"~/measures/{measure.Id}",
            Crumbs = [new Crumb(EnglishText.Plural(word), "~/measures"), new Crumb(EnglishText.Cut(measure.Title, 60), $"~/measures/{measure.Id}")],
            Places = places,
            Responsibilities = responsibilities,
            Suggested = $"We suggest: {FormText.Small(ChartText.Of(suggestion.Chart))} with {ChartText.Of(suggestion.Rules)}. Reason: {suggestion.Because}.",
            Removal = new Removal(
                    $"~/measures/{measure.Id}/remove", $"this {FormText.Small(word)}", hanging.Loses(measure.Title), hanging.Forbids),
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
        DoneOn = TypedInput.Show(measure.DoneOn),
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
        $"“{EnglishText.Cut(title, TitleLength)}” will be removed with its definition{(Goes.Count == 0 ? string.Empty : $" and {EnglishText.List(Goes)}")}. The audit keeps a record.";

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
            (found.Points, "figure", "figures"), (found.Links, "link to a recommendation", "links to recommendations"),
            (found.Proofs, "item of evidence", "items of evidence"), (found.Entries, "entry in an update", "entries in updates"),
            (found.Figures, "figure in an update", "figures in updates"), (found.Tests, "test of change", "tests of change"), (found.Said, "answer to a signal", "answers to signals"));
        return new MeasureHanging(forbids, Removal.Count(
            (found.Targets, "target", "targets"), (found.Notes, "note on its chart", "notes on its chart"), (found.Phases, "phase on its chart", "phases on its chart"),
            (found.Uses, "place where it is also used", "places where it is also used")));
    }
}
