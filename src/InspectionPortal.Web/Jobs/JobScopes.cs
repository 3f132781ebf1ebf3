using Hangfire;
using Hangfire.AspNetCore;

namespace InspectionPortal.Web.Jobs;

/// <summary>
/// Makes each job in a scope of services of its own. Should that fail, Hangfire is given a number in place of the exception.
/// </summary>
internal sealed class JobScopes(IServiceScopeFactory scopes, ILogger log) : AspNetCoreJobActivator(scopes)
{
    public override JobActivatorScope BeginScope(JobActivatorContext context) => new Scope(base.BeginScope(context), log);

    private sealed class Scope(JobActivatorScope inner, ILogger log) : JobActivatorScope
    {
        public override object Resolve(Type type)
        {
            try
            {
                return inner.Resolve(type);
            }
            catch (Exception exception)
            {
                throw JobStoppedException.Log(log, type, exception);
            }
        }

        public override void DisposeScope() => inner.Dispose();
    }
}
