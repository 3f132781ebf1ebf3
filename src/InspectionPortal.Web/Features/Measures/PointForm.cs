using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Measures;

/// <summary>The fields of entering and editing a figure. Nothing is worked out from them: each is kept as given.</summary>
public abstract class PointFields : FormFields
{
    public string? Date { get; set; }
    public string? DateText { get; set; }
    public string? ValueText { get; set; }
    public string? Value { get; set; }
    public string? Numerator { get; set; }
    public string? Denominator { get; set; }
    public string? ChangeText { get; set; }
    public string? Note { get; set; }

    /// <summary>Why the figure or its date was wrong, on a form that corrects one; kept beside what it was.</summary>
    public string? Why { get; set; }

    /// <summary>Whether the form asks why a figure is corrected.</summary>
    public virtual bool AsksWhy => false;
}

/// <summary>The form of a figure; of a new one of <paramref name="MeasureId"/> where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetPointForm(Guid? Id, Guid? MeasureId = null) : IQuery<PointFields>;

internal sealed class PointRules<T> : AbstractValidator<T>
    where T : PointFields
{
    public PointRules()
    {
        RuleFor(c => c.Date).IsDate();
        RuleFor(c => c.DateText).Fits(Written.Limit<MeasurePoint>(nameof(MeasurePoint.DateText)));
        RuleFor(c => c.ValueText).Needed("Enter the figure as it is written, such as 46%").Fits(Written.Limit<MeasurePoint>(nameof(MeasurePoint.ValueText)));
        RuleFor(c => c.Value).IsNumber();
        RuleFor(c => c.Numerator).IsNumber();
        RuleFor(c => c.Numerator).Needed("Enter the numerator, or leave the denominator empty").When(c => c.Denominator is not null);
        RuleFor(c => c.Denominator).IsNumber();
        RuleFor(c => c.Denominator).Needed("Enter the denominator, or leave the numerator empty").When(c => c.Numerator is not null);
        RuleFor(c => c.Denominator).Must(text => Written.Number(text) is not <= 0).WithMessage("Enter a denominator above 0");
        RuleFor(c => c.ChangeText).Fits(Written.Limit<MeasurePoint>(nameof(MeasurePoint.ChangeText)));
        RuleFor(c => c.Note).Fits(Written.Limit<MeasurePoint>(nameof(MeasurePoint.Note)));
    }
}

internal sealed class GetPointFormHandler(PortalDbContext database) : IRequestHandler<GetPointForm, PointFields?>
{
    public async Task<PointFields?> Handle(GetPointForm query, CancellationToken cancellationToken)
    {
        var point = query.Id is null ? null : await database.MeasurePoints.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Id, cancellationToken);
        var measureId = point?.MeasureId ?? (query.Id is null ? query.MeasureId : null);
        var measure = await database.Measures.AsNoTracking().SingleOrDefaultAsync(m => m.Id == measureId, cancellationToken);
        if (measure is null)
        {
            return null;
        }

        var page = MeasurePart.Page(
            measure, point is null ? "Enter a figure" : "Correct this figure",
            point is null ? null : new Removal($"~/points/{point.Id}/remove", "this figure", $"“{point.ValueText}” goes from the table and the charts. The audit keeps what it was.", []));
        return point is null
            ? new AddPoint { MeasureId = measure.Id, Page = page }
            : new EditPoint
            {
                Id = point.Id,
                Version = point.Version,
                Page = page,
                Date = Written.Show(point.Date),
                DateText = point.DateText,
                ValueText = point.ValueText,
                Value = Written.Show(point.Value),
                Numerator = Written.Show(point.Numerator),
                Denominator = Written.Show(point.Denominator),
                ChangeText = point.ChangeText,
                Note = point.Note,
            };
    }
}

/// <summary>The page around what belongs to a measure.</summary>
internal static class MeasurePart
{
    public static FormPage Page(Measure measure, string title, Removal? removal) => new()
    {
        Title = title,
        Caption = FormWords.Clip(measure.Title, 120),
        Place = "measures",
        Back = $"~/measures/{measure.Id}",
        Removal = removal,
        Lede = measure.Unit is null ? null : $"The unit is {measure.Unit}.",
        Crumbs = [new Crumb("Measures", "~/measures"), new Crumb(FormWords.Clip(measure.Title), $"~/measures/{measure.Id}")],
    };
}

/// <summary>Writes the form into a figure.</summary>
internal static class PointWriter
{
    /// <summary>True where the figure or its date is another than it was.</summary>
    public static bool Differs(PointCorrection before, MeasurePoint point) =>
        (before.Date, before.DateText, before.ValueText, before.Value, before.Numerator, before.Denominator)
        != (point.Date, point.DateText, point.ValueText, point.Value, point.Numerator, point.Denominator);

    public static void Write(MeasurePoint point, PointFields fields)
    {
        point.Date = Written.Date(fields.Date);
        point.DateText = fields.DateText;
        point.ValueText = fields.ValueText!;
        point.Value = Written.Number(fields.Value);
        point.Numerator = Written.Number(fields.Numerator);
        point.Denominator = Written.Number(fields.Denominator);
        point.ChangeText = fields.ChangeText;
        point.Note = fields.Note;
    }
}
