using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Settings;

/// <summary>
/// Changes the names, meanings, shapes and order of the ratings, and how many there are. A rating that is in use is not removed. Reports
/// keep the key they were sealed with.
/// </summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditRatingKey : FormFields, ICommand<Saved>
{
    public List<RatingRow> Ratings { get; set; } = [];

    public override void AddSpareRows()
    {
        if (Ratings.Count < RatingKey.Most)
        {
            FormRows.AddSpare(Ratings);
        }
    }

    /// <summary>The rows that were filled and are not to be removed.</summary>
    public IReadOnlyList<RatingRow> Kept() => [.. Ratings.Where(r => !r.Remove && !r.IsBlank())];
}

internal sealed class EditRatingKeyValidator : AbstractValidator<EditRatingKey>
{
    public EditRatingKeyValidator()
    {
        RuleFor(c => c.Ratings).Must((c, _) => c.Kept().Count is >= RatingKey.Fewest and <= RatingKey.Most)
            .WithMessage($"Enter {RatingKey.Fewest} to {RatingKey.Most} ratings");
        RuleFor(c => c.Ratings).Must((c, _) => AreDifferent(c.Kept().Select(r => r.Name))).WithMessage("Give each rating a different name");
        RuleFor(c => c.Ratings).Must((c, _) => AreDifferent(c.Kept()
            .Select(r => r.Shape))).WithMessage("Give each rating a different shape");
        RuleForEach(c => c.Ratings).Where(r => !r.Remove && !r.IsBlank()).ChildRules(row =>
        {
            row.RuleFor(r => r.Name).Required("Enter a name for this rating").MaxLength(RatingKey.NameMaxLength);
            row.RuleFor(r => r.Meaning).Required("Enter what it means").MaxLength(RatingKey.MeaningMaxLength);
            row.RuleFor(r => r.Shape).Must(s => s is not null && Rating.Shapes.Contains(s, StringComparer.Ordinal)
                && s != Rating.NotRated.Shape).WithMessage("Choose a shape");
            row.RuleFor(r => r.Colour).Must(c => c is not null && Rating.Colours.Contains(c, StringComparer.Ordinal)).WithMessage("Choose a colour");
        });
    }

    private static bool AreDifferent(IEnumerable<string?> values)
    {
        var filled = values.OfType<string>().ToList();
        return filled.Distinct(StringComparer.OrdinalIgnoreCase).Count() == filled.Count;
    }
}

internal sealed class EditRatingKeyHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<EditRatingKey, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditRatingKey command, CancellationToken cancellationToken)
    {
        var own = current.RequiredTenant.Partnership.Id;
        var partnership = await database.Partnerships.SingleAsync(p => p.Id == own, cancellationToken);
        var known = partnership.RagKey.Select(r => r.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = command.Kept();
        if (kept.Any(r => r.Code is { } code && !known.Contains(code)))
        {
            return Failure.Field(nameof(command.Ratings), "The ratings were changed by someone else. Check them and save again");
        }

        var gone = partnership.RagKey.Where(r => kept.All(k => !string.Equals(k.Code, r.Code, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        if (await database.FirstRatingInUseAsync([.. gone.Select(r => r.Code)], cancellationToken) is { } used)
        {
            var name = gone.First(r => r.Code == used).Name;
            return Failure.Field(nameof(command.Ratings),
                $"“{name}” is in use, so it cannot be removed. Change its name instead, or rate that work differently first");
        }

        partnership.RagKey = RatingKey.Build(kept.Select(r => (r.Code, r.Name!, r.Meaning!, r.Colour!, r.Shape!)));
        if (database.ChangeTracker.HasChanges())
        {
            if (partnership.Version != command.Version)
            {
                return new Conflict();
            }

            await database.SaveChangesAsync(cancellationToken);
        }

        return new Saved("~/settings", "Ratings saved");
    }
}
