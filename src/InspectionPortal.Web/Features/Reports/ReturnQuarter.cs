using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Updates;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A chief officer sends the quarter back, with what has to change. One return returns, whoever else approved.</summary>
[Requires(Permission.ApproveQuarter)]
public sealed class ReturnQuarter : ICommand<QuarterDecided>
{
    public string? Sha256 { get; set; }

    public string? Comment { get; set; }

    /// <summary>From the address, never bound.</summary>
    [BindNever]
    public Guid PeriodId { get; set; }
}

internal sealed class ReturnQuarterValidator : AbstractValidator<ReturnQuarter>
{
    public ReturnQuarterValidator()
    {
        RuleFor(c => c.Sha256).NotEmpty().OverridePropertyName(string.Empty)
            .WithMessage("The form did not say which report you read. Check the report, then return it.");
        RuleFor(c => c.Comment).NotEmpty().WithMessage("Enter what the partnership lead has to change")
            .MaximumLength(Approval.CommentMaxLength).WithMessage($"Enter at most {Approval.CommentMaxLength} characters");
    }
}

internal sealed class ReturnQuarterHandler(PortalDbContext database, CurrentSession current, TimeProvider time)
    : IRequestHandler<ReturnQuarter, Result<QuarterDecided>>
{
    public async Task<Result<QuarterDecided>> Handle(ReturnQuarter command, CancellationToken cancellationToken)
    {
        var me = current.RequiredPerson.UserId;
        var desk = await SigningDesk.OpenAsync(database, command.PeriodId, cancellationToken);
        if (desk is null)
        {
            return new Missing();
        }

        if (desk.HasDecided(me, command.Sha256, ApprovalDecision.Return))
        {
            return new QuarterDecided(command.PeriodId, IsPublished: false);
        }

        if (desk.Refusal(me, command.Sha256) is { } refusal)
        {
            return refusal;
        }

        if (!await database.TakeAsync(desk.Period, cancellationToken))
        {
            return new Conflict(QuarterState.AtTheSameMoment);
        }

        database.Add(desk.Decision(current, ApprovalDecision.Return, command.Comment, time.GetUtcNow()));
        desk.Submission!.State = SubmissionState.Returned;
        desk.Period.Become(PeriodState.WithLead);
        await database.SaveChangesAsync(cancellationToken);
        return new QuarterDecided(command.PeriodId, IsPublished: false);
    }
}

/// <summary>The form for returning a quarter.</summary>
[Requires(Permission.ApproveQuarter)]
public sealed record PrepareReturn(Guid PeriodId) : IQuery<ReturnForm>;

internal sealed class PrepareReturnHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<PrepareReturn, ReturnForm?>
{
    public async Task<ReturnForm?> Handle(PrepareReturn query, CancellationToken cancellationToken)
    {
        var period = await database.ReportingPeriods.AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.PeriodId, cancellationToken);
        if (period is null)
        {
            return null;
        }

        var me = current.RequiredPerson.UserId;
        var open = await database.Submissions.AsNoTracking()
            .Where(s => s.PeriodId == period.Id && s.State == SubmissionState.WithChiefOfficers)
            .Select(s => new { s.Sha256, IsOwn = s.SubmittedByUserId == me, IsSigned = s.Approvals.Any(a => a.UserId == me) })
            .FirstOrDefaultAsync(cancellationToken);
        return new ReturnForm
        {
            PeriodId = period.Id,
            Title = period.Title,
            Sha256 = open?.Sha256,
            WhyNot = open switch
            {
                null => QuarterState.Explain(period.State),
                { IsOwn: true } => "You submitted this quarter, so another chief officer has to decide on it.",
                { IsSigned: true } => "You have already signed this report. Ask another chief officer if it has to go back.",
                _ => null,
            },
        };
    }
}

public sealed record ReturnForm
{
    public required Guid PeriodId { get; init; }
    public required string Title { get; init; }
    public required string? Sha256 { get; init; }

    /// <summary>Why this person cannot return it now; null where they can.</summary>
    public required string? WhyNot { get; init; }

    public string? Comment { get; init; }
}
