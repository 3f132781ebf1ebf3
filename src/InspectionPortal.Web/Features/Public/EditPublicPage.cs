using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting.PublicPages;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Public;

/// <summary>The partnership lead writes the public page. It is a draft: what is public does not change.</summary>
[CanUndo]
[Requires(Permission.EditPlan)]
public sealed class EditPublicPage : FormFields, ICommand<Saved>
{
    public string? ChildrenWillKnow { get; set; }

    public string? WhatChanged { get; set; }

    public Guid? PlanId { get; set; }

    public List<Guid> MeasureIds { get; set; } = [];

    public PublicFormPage Around() => (PublicFormPage)RequiredPage();
}

internal sealed class EditPublicPageValidator : AbstractValidator<EditPublicPage>
{
    public EditPublicPageValidator()
    {
        RuleFor(c => c.ChildrenWillKnow).Required("Enter how children will know").MaxLength(PublicPage.TextMaxLength);
        RuleFor(c => c.WhatChanged).MaxLength(PublicPage.TextMaxLength);
        RuleFor(c => c.PlanId).NotNull().WithMessage("Choose the plan that the page is about");
        RuleFor(c => c.MeasureIds).Must(ids => ids.Count <= PublicPage.MostCharts)
            .WithMessage($"Choose {PublicPage.MostCharts} charts or fewer");
    }
}

internal sealed class EditPublicPageHandler(PortalDbContext database, PublicReportReader reports)
    : IRequestHandler<EditPublicPage, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditPublicPage command, CancellationToken cancellationToken)
    {
        var planId = command.PlanId.GetValueOrDefault();
        if (!await database.Plans.AnyAsync(p => p.Id == planId, cancellationToken))
        {
            return Failure.Field(nameof(command.PlanId), "Choose the plan that the page is about");
        }

        var latest = command.MeasureIds.Count == 0 ? null : await reports.LatestAsync(planId, cancellationToken);
        if (command.MeasureIds.Exists(id => latest?.Edition.Measures.Any(m => m.Id == id) != true))
        {
            return Failure.Field(nameof(command.MeasureIds), "Choose only charts of the plan that the page is about");
        }

        var page = await database.PublicPages.FirstOrDefaultAsync(cancellationToken);
        var isNew = page is null;
        page ??= database.Add(new PublicPage { ChildrenWillKnow = command.ChildrenWillKnow! }).Entity;
        page.ChildrenWillKnow = command.ChildrenWillKnow!;
        page.WhatChanged = string.IsNullOrWhiteSpace(command.WhatChanged) ? null : command.WhatChanged;
        page.PlanId = planId;
        Guid[] chosen = [.. command.MeasureIds.Distinct()];
        page.MeasureIds = chosen.SequenceEqual(page.MeasureIds) ? page.MeasureIds : chosen;
        if (isNew ? command.Version != 0 : database.Check(page, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved("~/settings/public/preview", "Draft saved");
    }
}
