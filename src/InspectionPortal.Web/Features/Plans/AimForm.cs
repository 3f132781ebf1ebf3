using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The fields of adding and editing an aim.</summary>
public abstract class AimFields : FormFields
{
    public string? Number { get; set; }
    public string? Statement { get; set; }
    public string? Vision { get; set; }

    /// <summary>One a line.</summary>
    public string? KeyOutcomes { get; set; }

    public string? ByDateText { get; set; }
    public string? Population { get; set; }
    public string? Threshold { get; set; }
    public string? MirrorsQuestion { get; set; }
}

/// <summary>The form of an aim; of a new one where there is no id.</summary>
[Requires(Permission.EditPlan)]
public sealed record GetAimForm(Guid? Id) : IQuery<AimFields>;

internal sealed class AimRules<T> : AbstractValidator<T>
    where T : AimFields
{
    public AimRules()
    {
        RuleFor(c => c.Number).Needed("Enter its number, such as 3").Fits(StretchAim.NumberMaxLength);
        RuleFor(c => c.Statement).Needed("Enter what the partnership sets out to achieve").Fits(StretchAim.StatementMaxLength);
        RuleFor(c => c.Vision).Fits(StretchAim.VisionMaxLength);
        RuleFor(c => c.KeyOutcomes).LinesFit(30, 1000);
        RuleFor(c => c.ByDateText).Fits(Written.Limit<StretchAim>(nameof(StretchAim.ByDateText)));
        RuleFor(c => c.Population).Fits(Written.Limit<StretchAim>(nameof(StretchAim.Population)));
        RuleFor(c => c.Threshold).Fits(Written.Limit<StretchAim>(nameof(StretchAim.Threshold)));
        RuleFor(c => c.MirrorsQuestion)
            .Must(text => text is null || Written.Number(text) is { } number and >= 1 and <= 99 && decimal.Truncate(number) == number)
            .WithMessage("Enter the number of the question, from 1 to 99");
    }
}

internal sealed class GetAimFormHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetAimForm, AimFields?>
{
    public async Task<AimFields?> Handle(GetAimForm query, CancellationToken cancellationToken)
    {
        var word = current.RequiredTenant.Partnership.Vocabulary.StretchAimWord;
        if (query.Id is null)
        {
            var used = await database.StretchAims.CountAsync(cancellationToken);
            return await database.Plans.AnyAsync(cancellationToken)
                ? new AddAim { Number = $"{used + 1}", Page = Page($"Add {FormWords.A(word)}", "Add", null, null) }
                : null;
        }

        var found = await database.StretchAims.AsNoTracking().Where(a => a.Id == query.Id).Select(a => new
        {
            Aim = a,
            Drivers = a.Drivers.Count,
            Projects = a.Projects.Count,
            Measures = database.Measures.Count(m => m.AimId == a.Id),
            Links = database.RecommendationLinks.Count(l => l.AimId == a.Id),
        }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var hanging = AimHanging.In(current.RequiredTenant.Partnership.Vocabulary, found.Drivers, found.Projects, found.Measures, found.Links);
        var removal = new Removal($"~/aims/{found.Aim.Id}/remove", $"this {FormWords.Small(word)}", "Its number, statement, vision and outcomes go. The audit keeps what they were.", hanging);
        return Fill(found.Aim, Page($"Edit {FormWords.Small(word)} {found.Aim.Number}", "Save", FormWords.Clip(found.Aim.Statement, 120), removal));
    }

    private static FormPage Page(string title, string button, string? caption, Removal? removal) => new()
    {
        Title = title,
        Button = button,
        Caption = caption,
        Back = "~/plan",
        Crumbs = [new Crumb("Plan", "~/plan")],
        Removal = removal,
    };

    private static EditAim Fill(StretchAim aim, FormPage page) => new()
    {
        Id = aim.Id,
        Version = aim.Version,
        Page = page,
        Number = aim.Number,
        Statement = aim.Statement,
        Vision = aim.Vision,
        KeyOutcomes = aim.KeyOutcomes.Count == 0 ? null : string.Join('\n', aim.KeyOutcomes),
        ByDateText = aim.ByDateText,
        Population = aim.Population,
        Threshold = aim.Threshold,
        MirrorsQuestion = Written.Show(aim.MirrorsQuestion),
    };
}

/// <summary>What can hang on an aim, in the partnership's words.</summary>
internal static class AimHanging
{
    public static IReadOnlyList<string> In(Vocabulary words, int drivers, int projects, int measures, int links) => Removal.Count(
        (drivers, FormWords.Small(words.KeyDriverWord), FormWords.Many(words.KeyDriverWord)),
        (projects, FormWords.Small(words.ImprovementProjectWord), FormWords.Many(words.ImprovementProjectWord)),
        (measures, FormWords.Small(words.MeasureWord), FormWords.Many(words.MeasureWord)),
        (links, $"link to {FormWords.A(words.RecommendationWord)}", $"links to {FormWords.Many(words.RecommendationWord)}"));
}

/// <summary>Writes the form into an aim.</summary>
internal static class AimWriter
{
    public static void Write(StretchAim aim, AimFields fields)
    {
        aim.Number = fields.Number!;
        aim.Statement = fields.Statement!;
        aim.Vision = fields.Vision;
        if (!aim.KeyOutcomes.SequenceEqual(Written.Lines(fields.KeyOutcomes), StringComparer.Ordinal))
        {
            aim.KeyOutcomes = [.. Written.Lines(fields.KeyOutcomes)];
        }

        aim.ByDateText = fields.ByDateText;
        aim.Population = fields.Population;
        aim.Threshold = fields.Threshold;
        aim.MirrorsQuestion = (int?)Written.Number(fields.MirrorsQuestion);
    }

    /// <summary>What is wrong where another aim of the plan has the number; null where none has.</summary>
    public static async Task<Failure?> NumberTakenAsync(PortalDbContext database, Guid planId, Guid aimId, string number, CancellationToken cancellationToken) =>
        await database.StretchAims.AnyAsync(a => a.PlanId == planId && a.Id != aimId && a.Number == number, cancellationToken)
            ? Failure.Field(nameof(AimFields.Number), $"Choose another number: {number} is taken in this plan")
            : null;
}
