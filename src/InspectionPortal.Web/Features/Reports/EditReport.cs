using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>The partnership lead prepares the report: summary, parts, decisions. A draft until the quarter is submitted.</summary>
[CanUndo]
[Requires(Permission.SubmitQuarter)]
public sealed class EditReport : FormFields, ICommand<Saved>
{
    public string? Summary { get; set; }

    public bool IsSummaryOpen { get; set; }

    /// <summary>The parts that are in the report.</summary>
    public List<ReportPart> Parts { get; set; } = [];

    public List<DecisionRow> Decisions { get; set; } = [];

    public List<ProposalRow> Proposals { get; set; } = [];

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public Guid PeriodId { get; set; }

    public ReportFormPage Around() => (ReportFormPage)RequiredPage();

    public override void AddSpareRows() => FormRows.AddSpare(Decisions);
}

internal sealed class EditReportValidator : AbstractValidator<EditReport>
{
    public EditReportValidator()
    {
        RuleFor(c => c.Summary).MaxLength(ReportDraft.SummaryMaxLength);
        RuleForEach(c => c.Parts).IsInEnum().WithMessage("Choose from the list");
        RuleFor(c => c.Decisions).Must(rows => rows.Count(r => !r.IsBlank() && !r.Remove) <= DraftDecision.Maximum)
            .WithMessage($"Enter {DraftDecision.Maximum} decisions or fewer");
        RuleForEach(c => c.Decisions).Where(r => !r.Remove && !r.IsBlank()).ChildRules(row =>
            row.RuleFor(r => r.Text).Required("Enter what the chief officers are asked to decide, or tick Remove")
                .MaxLength(DraftDecision.TextMaxLength));
    }
}

internal sealed class EditReportHandler(PortalDbContext database) : IRequestHandler<EditReport, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditReport command, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.PeriodId, cancellationToken);
        if (period is null)
        {
            return new Missing();
        }

        if (period.State != PeriodState.WithLead)
        {
            return Failure.Field(string.Empty, QuarterLock.ExplainPreparing(period.State));
        }

        if (await ChoicesAsync(command, period.PlanId, cancellationToken) is not { } choices)
        {
            return Failure.Field(nameof(EditReport.Decisions), "Choose an item of this plan, or none");
        }

        var draft = await database.ReportDrafts.FirstOrDefaultAsync(d => d.PeriodId == period.Id, cancellationToken);
        if (draft is null)
        {
            draft = new ReportDraft { PeriodId = period.Id };
            database.Add(draft);
        }

        draft.Summary = string.IsNullOrWhiteSpace(command.Summary) ? null : command.Summary.Trim();
        draft.IsSummaryOpen = command.IsSummaryOpen;
        draft.Choices = choices;
        return await SaveAsync(draft, command, cancellationToken);
    }

    private async Task<Result<Saved>> SaveAsync(ReportDraft draft, EditReport command, CancellationToken cancellationToken)
    {
        if (database.Entry(draft).State != EntityState.Added && database.Check(draft, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure)
            when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Two people saved the first draft at the same moment.
            return new Conflict();
        }

        return new Saved($"~/reports/{command.PeriodId}/submit", "Draft saved. Check the preview, then submit it.");
    }

    /// <summary>What was chosen; null where a decision names a project of another plan.</summary>
    private async Task<ReportChoices?> ChoicesAsync(EditReport command, Guid planId, CancellationToken cancellationToken)
    {
        var rows = command.Decisions.Where(r => !r.Remove && !r.IsBlank()).DistinctBy(r => r.Id).ToList();
        var named = rows.Select(r => r.ProjectId).Concat(command.Proposals.Select(p => (Guid?)p.ProjectId))
            .OfType<Guid>().Distinct().ToList();
        var known = named.Count == 0
            ? []
            : await database.Projects.Where(p => named.Contains(p.Id) && p.PlanId == planId)
                .Select(p => p.Id).ToListAsync(cancellationToken);
        if (rows.Exists(r => r.ProjectId is { } id && !known.Contains(id)))
        {
            return null;
        }

        return new ReportChoices
        {
            LeftOut = [.. Enum.GetValues<ReportPart>().Except(command.Parts)],
            Decisions = [.. rows.Select(r => new DraftDecision(r.Id, (r.Text ?? string.Empty).Trim(), r.ProjectId))],
            Proposals =
            [
                .. command.Proposals.Where(p => known.Contains(p.ProjectId) && Enum.IsDefined(p.Origin))
                    .DistinctBy(p => (p.ProjectId, p.Origin))
                    .Select(p => new ProposalChoice(p.ProjectId, p.Origin, p.IsTaken)),
            ],
        };
    }
}
