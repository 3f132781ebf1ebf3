using FluentValidation;
using InspectionPortal.Domain.Measures;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
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

internal sealed class PointRules<T> : AbstractValidator<T>
    where T : PointFields
{
    public PointRules()
    {
        RuleFor(c => c.Date).IsDate();
        RuleFor(c => c.DateText).MaxLength(TypedInput.Limit<DataPoint>(nameof(DataPoint.DateText)));
        RuleFor(c => c.ValueText).Required("Enter the figure as you want it shown, like 46%").MaxLength(TypedInput.Limit<DataPoint>(nameof(DataPoint.ValueText)));
        RuleFor(c => c.Value).IsNumber();
        RuleFor(c => c.Numerator).IsNumber();
        RuleFor(c => c.Numerator).Required("Enter the numerator, or leave the denominator empty").When(c => c.Denominator is not null);
        RuleFor(c => c.Denominator).IsNumber();
        RuleFor(c => c.Denominator).Required("Enter the denominator, or leave the numerator empty").When(c => c.Numerator is not null);
        RuleFor(c => c.Denominator).Must(text => TypedInput.Number(text) is not <= 0).WithMessage("Denominator must be more than 0");
        RuleFor(c => c.ChangeText).MaxLength(TypedInput.Limit<DataPoint>(nameof(DataPoint.ChangeText)));
        RuleFor(c => c.Note).MaxLength(TypedInput.Limit<DataPoint>(nameof(DataPoint.Note)));
    }
}

/// <summary>The page around what belongs to a measure.</summary>
internal static class MeasurePart
{
    public static FormPage Page(Measure measure, string title, Removal? removal) => new()
    {
        Title = title,
        Caption = EnglishText.Cut(measure.Title, 120),
        Place = "measures",
        Back = $"~/measures/{measure.Id}",
        Removal = removal,
        Lede = measure.Unit is null ? null : $"The unit is {measure.Unit}.",
        Crumbs = [new Crumb("Measures", "~/measures"), new Crumb(EnglishText.Cut(measure.Title, 60), $"~/measures/{measure.Id}")],
    };
}

/// <summary>Writes the form into a figure.</summary>
internal static class PointWriter
{
    /// <summary>True where the figure or its date is another than it was.</summary>
    public static bool Differs(PointCorrection before, DataPoint point) => before.Values != point.Values;

    public static void Write(DataPoint point, PointFields fields)
    {
        point.Values = new FigureValues(
            TypedInput.Date(fields.Date), fields.DateText, fields.ValueText!, TypedInput.Number(fields.Value),
            TypedInput.Number(fields.Numerator), TypedInput.Number(fields.Denominator));
        point.ChangeText = fields.ChangeText;
        point.Note = fields.Note;
    }
}
