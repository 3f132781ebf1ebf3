using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;

namespace InspectionPortal.Web.Commands.Seeding.History;

/// <summary>Where the history plays: sends commands as one of the people, through the same pipeline as the portal's pages.</summary>
/// <param name="services">The services of one scope, within the partnership and a transaction.</param>
/// <param name="clock">The clock of those services.</param>
/// <param name="people">Who can act.</param>
internal sealed class HistoryStage(IServiceProvider services, SetClock clock, HistoryPeople people)
{
    public PortalDbContext Database { get; } = services.GetRequiredService<PortalDbContext>();

    /// <summary>Finds what earlier commands made.</summary>
    public HistoryLookup Find { get; } = new(services.GetRequiredService<PortalDbContext>());

    /// <summary>The people by the first part of their address.</summary>
    public HistoryPeople People => people;

    public EvidenceStore Evidence { get; } = services.GetRequiredService<EvidenceStore>();

    /// <summary>One of the portal's services, for what a form would have read before it was sent.</summary>
    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Sends a command as somebody, a moment after the one before.</summary>
    /// <exception cref="SeedException">It was refused: the files say something that the portal does not allow.</exception>
    public async Task<T> SendAsync<T>(string who, ICommand<T> command)
    {
        clock.MoveTo(clock.GetUtcNow().AddSeconds(1));
        Database.ChangeTracker.Clear();
        ActAs(who);
        var result = await services.GetRequiredService<IMediator>().Send(command);
        Database.ChangeTracker.Clear();
        return result.IsDone
            ? result.Value!
            : throw new SeedException(
                $"{people.Slug}, {DateFormat.Full(DateOnly.FromDateTime(clock.GetUtcNow().Date))}: {command.GetType().Name} was refused. "
                + Explain(result.Failure!));
    }

    /// <summary>Signs somebody in, for what they read before they send a command.</summary>
    public void ActAs(string who)
    {
        var session = people.Session(who, clock.GetUtcNow());
        var current = services.GetRequiredService<CurrentSession>();
        current.SignIn(session);
        current.Enter(TenantAccess.Find(session, people.Slug)!);
        services.GetRequiredService<ChangeOrigin>().UserId = session.UserId;
    }

    private static string Explain(Failure failure) => failure switch
    {
        Invalid invalid => string.Join(' ', invalid.Errors.Select(e => $"{e.Field}: {e.Message}.")),
        Conflict conflict => conflict.Message,
        Denied denied => denied.Message,
        _ => "Something that it names is not there.",
    };
}
