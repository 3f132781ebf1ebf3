using FluentValidation;
using InspectionPortal.Domain.Deadlines;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Text;
using InspectionPortal.Measurement;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>The fields of adding and editing a measure.</summary>
public abstract class MeasureFields : FormFields
{
    /// <summary>The project, driver or aim that it measures.</summary>
    public string? On { get; set; }

    public string? Title { get; set; }
    public MeasureKind Kind { get; set; }
    public string? Why { get; set; }
    public string? Definition { get; set; }
    public string? Unit { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public MeasureDirection Direction { get; set; }
    public string? Frequency { get; set; }
    public string? DataSource { get; set; }
    public string? Baseline { get; set; }
    public string? ExternalReference { get; set; }
    public Guid? LeadResponsibilityId { get; set; }
    public string? Deadline { get; set; }
    public string? DoneOn { get; set; }
    public string? DoneText { get; set; }

    /// <summary>Null for the one suggested.</summary>
    public ChartKind? Chart { get; set; }

    /// <summary>Null for those that go with the chart.</summary>
    public RuleSet? Rules { get; set; }

    public string? ChartReason { get; set; }
    public bool KeepLargeMovingRanges { get; set; }

    /// <summary>Further places that look at it.</summary>
    public List<string?> Uses { get; set; } = [];

    public override void AddSpareRows()
    {
        Uses.RemoveAll(string.IsNullOrEmpty);
        Uses.Add(null);
        Uses.Add(null);
    }

    public MeasureFormPage Choices() => (MeasureFormPage)RequiredPage();
}

internal sealed class MeasureRules<T> : AbstractValidator<T>
    where T : MeasureFields
{
    public MeasureRules()
    {
        RuleFor(c => c.On).Required("Choose where it goes in the plan");
        RuleFor(c => c.Title).Required("Enter a title").MaxLength(Measure.TitleMaxLength);
        RuleFor(c => c.Why).MaxLength(Measure.TextMaxLength);
        RuleFor(c => c.DoneOn).IsDate();
        RuleFor(c => c.DoneText).MaxLength(Measure.ReasonMaxLength);
        RuleFor(c => c.ChartReason).MaxLength(Measure.ReasonMaxLength);
        RuleFor(c => c.ChartReason).Required("Enter why you chose a chart other than the one we suggest").When(c => c.Chart is not null || c.Rules is not null);
        RuleFor(c => c.Rules).Must((c, rules) => c.Chart is { } chart && rules!.Value.MayRead(chart)).When(c => c.Rules is not null)
            .WithMessage("Choose rules that work with this chart: Making Data Count’s rules are for individuals charts, the older rules are for run charts, and Anhøj’s rules are for every chart");
        RuleFor(c => c.Definition).MaxLength(Measure.TextMaxLength);
        RuleFor(c => c.Unit).MaxLength(Measure.UnitMaxLength);
        RuleFor(c => c.Numerator).MaxLength(TypedInput.Limit<Measure>(nameof(Measure.Numerator)));
        RuleFor(c => c.Denominator).MaxLength(TypedInput.Limit<Measure>(nameof(Measure.Denominator)));
        RuleFor(c => c.Frequency).MaxLength(TypedInput.Limit<Measure>(nameof(Measure.Frequency)));
        RuleFor(c => c.DataSource).MaxLength(TypedInput.Limit<Measure>(nameof(Measure.DataSource)));
        RuleFor(c => c.Baseline).MaxLength(TypedInput.Limit<Measure>(nameof(Measure.Baseline)));
        RuleFor(c => c.ExternalReference).MaxLength(TypedInput.Limit<Measure>(nameof(Measure.ExternalReference)));
        RuleFor(c => c.Deadline).MaxLength(Deadline.TextMaxLength);
    }
}

/// <summary>Writes the form into a measure.</summary>
internal static class MeasureWriter
{
    /// <summary>Returns what is wrong, or null.</summary>
    public static async Task<Failure?> WriteAsync(PortalDbContext database, Measure measure, MeasureFields fields, CancellationToken cancellationToken)
    {
        var place = PlanPlace.Parse(fields.On);
        var planId = place switch
        {
            { Kind: PlanPlaceKind.Aim } => await database.StretchAims.Where(a => a.Id == place.Id).Select(a => (Guid?)a.PlanId).SingleOrDefaultAsync(cancellationToken),
            { Kind: PlanPlaceKind.Driver } => await database.KeyDrivers.Where(d => d.Id == place.Id).Select(d => (Guid?)d.Aim!.PlanId).SingleOrDefaultAsync(cancellationToken),
            { Kind: PlanPlaceKind.Project } => await database.Projects.Where(p => p.Id == place.Id).Select(p => (Guid?)p.Aim!.PlanId).SingleOrDefaultAsync(cancellationToken),
            _ => null,
        };
        if (planId is null)
        {
            return Failure.Field(nameof(MeasureFields.On), "Choose from the list");
        }

        if (fields.LeadResponsibilityId is { } owner && !await database.LeadResponsibilities.AnyAsync(r => r.Id == owner, cancellationToken))
        {
            return Failure.Field(nameof(MeasureFields.LeadResponsibilityId), "Choose from the list");
        }

        var words = fields.Deadline ?? "";
        if (measure.Deadline.Text != words)
        {
            if (DeadlineEntry.HasImpossibleDate(words))
            {
                return Failure.Field(nameof(MeasureFields.Deadline), DeadlineEntry.ImpossibleDate);
            }

            measure.Deadline = DeadlineParser.Parse(words);
        }

        measure.PlanId = planId.Value;
        measure.AimId = place!.Kind == PlanPlaceKind.Aim ? place.Id : null;
        measure.DriverId = place.Kind == PlanPlaceKind.Driver ? place.Id : null;
        measure.ProjectId = place.Kind == PlanPlaceKind.Project ? place.Id : null;
        WriteWords(measure, fields);
        return await WriteUsesAsync(database, measure, fields, cancellationToken);
    }

    /// <summary>Makes the uses like those of the form; the home is no further use.</summary>
    private static async Task<Failure?> WriteUsesAsync(PortalDbContext database, Measure measure, MeasureFields fields, CancellationToken cancellationToken)
    {
        var wanted = fields.Uses.Where(u => !string.IsNullOrEmpty(u) && u != fields.On).Distinct(StringComparer.Ordinal).ToList();
        var places = wanted.Select(PlanPlace.Parse).OfType<PlanPlace>().ToList();
        var ids = places.Select(p => p.Id).ToList();
        var known = ids.Count == 0 ? [] : await database.StretchAims.Where(a => ids.Contains(a.Id)).Select(a => new { Kind = (int)PlanPlaceKind.Aim, a.Id })
            .Concat(database.KeyDrivers.Where(d => ids.Contains(d.Id)).Select(d => new { Kind = (int)PlanPlaceKind.Driver, d.Id }))
            .Concat(database.Projects.Where(p => ids.Contains(p.Id)).Select(p => new { Kind = (int)PlanPlaceKind.Project, p.Id })).ToListAsync(cancellationToken);
        if (places.Count != wanted.Count || places.Any(p => !known.Exists(k => k.Kind == (int)p.Kind && k.Id == p.Id)))
        {
            return Failure.Field(nameof(MeasureFields.Uses), "Choose from the list");
        }

        var stored = await database.MeasureUses.Where(u => u.MeasureId == measure.Id).ToListAsync(cancellationToken);
        database.RemoveRange(stored.Where(u => !places.Contains(PlaceOf(u))));
        foreach (var place in places.Where(p => stored.TrueForAll(u => PlaceOf(u) != p)))
        {
            database.Add(new MeasureUse
            {
                MeasureId = measure.Id,
                AimId = place.Kind == PlanPlaceKind.Aim ? place.Id : null,
                DriverId = place.Kind == PlanPlaceKind.Driver ? place.Id : null,
                ProjectId = place.Kind == PlanPlaceKind.Project ? place.Id : null,
            });
        }

        return null;
    }

    public static PlanPlace PlaceOf(MeasureUse use) => use.ProjectId is { } project ? new PlanPlace(PlanPlaceKind.Project, project)
        : use.DriverId is { } driver ? new PlanPlace(PlanPlaceKind.Driver, driver)
        : new PlanPlace(PlanPlaceKind.Aim, use.AimId!.Value);

    private static void WriteWords(Measure measure, MeasureFields fields)
    {
        measure.Title = fields.Title!;
        measure.Kind = fields.Kind;
        measure.Why = fields.Why;
        measure.DoneOn = TypedInput.Date(fields.DoneOn);
        measure.DoneText = fields.DoneText;
        measure.Chart = fields.Chart;
        measure.Rules = fields.Rules;
        measure.ChartReason = fields.Chart is null && fields.Rules is null ? null : fields.ChartReason;
        measure.ScreenMovingRanges = !fields.KeepLargeMovingRanges;
        measure.Definition = fields.Definition;
        measure.Unit = fields.Unit;
        measure.Numerator = fields.Numerator;
        measure.Denominator = fields.Denominator;
        measure.Direction = fields.Direction;
        measure.Frequency = fields.Frequency;
        measure.DataSource = fields.DataSource;
        measure.Baseline = fields.Baseline;
        measure.ExternalReference = fields.ExternalReference;
        measure.LeadResponsibilityId = fields.LeadResponsibilityId;
    }
}
