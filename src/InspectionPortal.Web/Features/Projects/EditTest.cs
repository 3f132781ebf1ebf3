using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>Changes a test of change.</summary>
[Requires(Permission.WriteUpdates)]
public sealed class EditTest : TestFields, ICommand<Saved>
{
    [BindNever]
    public Guid Id { get; set; }
}

internal sealed class EditTestValidator : AbstractValidator<EditTest>
{
    public EditTestValidator() => Include(new TestRules<EditTest>());
}

internal sealed class EditTestHandler(PortalDbContext database, TestWriters writers) : IRequestHandler<EditTest, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(EditTest command, CancellationToken cancellationToken)
    {
        var test = await database.TestsOfChange.SingleOrDefaultAsync(t => t.Id == command.Id, cancellationToken);
        if (test is null)
        {
            return new Missing();
        }

        if (!await writers.MayAsync(test.ProjectId, cancellationToken))
        {
            return new Denied(TestWriters.Refusal);
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
        return new Saved($"~/projects/{test.ProjectId}#test-{test.Id}", "The test of change is saved.");
    }
}
