#include "CTrustICU.h"

#include <math.h>

double trust_log(double x) { return log(x); }

double trust_exp(double x) { return exp(x); }
