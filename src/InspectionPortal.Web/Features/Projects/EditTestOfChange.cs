using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Changes a test of change.</summary>
[CanUndo]
[Requires(Permission.WriteUpdates)]
public sealed class EditTestOfChange : TestOfChangeFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditTestOfChangeValidator : AbstractValidator<EditTestOfChange>
{
    public EditTestOfChangeValidator() => Include(new TestRules<EditTestOfChange>());
}

internal sealed class EditTestOfChangeHandler(PortalDbContext database, TestOfChangeAccess writers) : IRequestHandler<EditTestOfChange, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditTestOfChange command, CancellationToken cancellationToken)
    {
        var test = await database.TestsOfChange.SingleOrDefaultAsync(t => t.Id == command.Id, cancellationToken);
        if (test is null)
        {
            return new Missing();
        }

        if (!await writers.MayAsync(test.ProjectId, cancellationToken))
        {
            return new Denied(TestOfChangeAccess.Refusal);
        }

        if (await TestWriter.WriteAsync(database, test, command, cancellationToken) is { } failure)
        {
            return failure;
        }

        if (database.Check(test, command.Version) == VersionCheck.Stale)
        {
            return new Conflict();
        }

        await database.SaveChangesAsync(cancellationToken);
        return new Saved($"~/projects/{test.ProjectId}#test-{test.Id}", "Test of change saved");
    }
}
