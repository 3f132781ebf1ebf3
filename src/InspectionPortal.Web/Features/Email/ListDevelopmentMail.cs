using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Mail;
using MediatR;

namespace InspectionPortal.Web.Features.Email;

/// <summary>E-mails that were written to files, in Development alone. Open to anyone, since it holds the way to sign in.</summary>
[Requires(Permission.Anyone)]
public sealed record ListDevelopmentMail : IQuery<DevelopmentMailPage>;

internal sealed class ListDevelopmentMailHandler(DevelopmentMailbox mailbox, IHostEnvironment environment)
    : IRequestHandler<ListDevelopmentMail, DevelopmentMailPage?>
{
    private const int MostShown = 100;

    public async Task<DevelopmentMailPage?> Handle(ListDevelopmentMail query, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            return null;
        }

        var rows = new List<DevelopmentMailRow>();
        foreach (var name in mailbox.List(MostShown))
        {
            using var message = await mailbox.FindAsync(name, cancellationToken);
            if (message is not null)
            {
                rows.Add(new DevelopmentMailRow(name, message.Subject ?? string.Empty, message.To.ToString(), message.Date));
            }
        }

        return new DevelopmentMailPage(mailbox.Folder, rows);
    }
}
